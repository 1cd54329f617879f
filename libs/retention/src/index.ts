export { ErasureService } from './erasure.service';
export { RetentionModule } from './retention.module';
export { readShredList, shredListFile, type ShredNote } from './shred-list';
export { Destruction, LegalHold, RetentionSchedule } from './retention.entity';
