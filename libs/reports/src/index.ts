export { DirectorView } from './director.view';
export { ChangeView, MyDayView } from './my-day.view';
export { ReportsModule } from './reports.module';
