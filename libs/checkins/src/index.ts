export { appointmentTime, type AppointmentTime, type ClockChange } from './appointment-time';
export { CHECK_IN_METHODS, CHECK_IN_OUTCOMES, CHECK_IN_STATUSES } from './check-in.dto';
export { CheckInReader } from './check-in-reader';
export { CalendarCheckIn, CheckInCalendar, CheckInView } from './check-in.view';
export { CheckInsModule } from './checkins.module';
export { CheckInsService } from './check-ins.service';
