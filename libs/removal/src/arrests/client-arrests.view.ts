import { RecordCan } from '../records/record.view';
import { AdmissionView, ArrestView } from './arrests.view';

export class ClientArrests {
  items: ArrestView[];
  /** How the client came, and what status followed. */
  admissions: AdmissionView[];
  can: RecordCan;
}
