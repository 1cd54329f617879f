export { Installation, INSTALLATION_SLUG, type NewAccount } from './organisations/installation';
export { Organisation } from './organisations/organisation.entity';
export { foldEmail, IsAddress, IsName } from './people/address';
export { StaffDirectory, type Colleague } from './people/staff.directory';
export { StaffService } from './people/staff.service';
export { StaffUser } from './people/staff-user.entity';
export { StaffModule } from './staff.module';
export { FilingDetailsModule } from './filing-details/filing-details.module';
export { FilingDetails } from './filing-details/filing-details.service';
