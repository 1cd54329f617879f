export { AnchorDuty } from './audit/anchor.duty';
export { anchorFile } from './audit/anchors';
export { AuditTrail } from './audit/audit-trail.service';
export { ErasureService } from './erasure.service';
export { RetentionModule } from './retention.module';
export { readShredList, shredListFile, type ShredNote } from './shred-list';
export { Destruction, LegalHold, RetentionSchedule } from './retention.entity';
export { datedFacts } from './demands/demand.queries';
export { selectionFor, type ScopedDemand, type Selection } from './demands/demand-selection';
