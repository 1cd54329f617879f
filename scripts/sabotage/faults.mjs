/**
 * Faults that a tired person could commit, each one replacement in one file, and the tests that must notice.
 * `from` stands exactly once in the file; a fault whose text is gone is reported, not skipped.
 */
import { accessFaults } from './access-faults.mjs';
import { carriedFaults } from './carried-faults.mjs';
import { doorFaults } from './door-faults.mjs';
import { houseFaults } from './house-faults.mjs';
import { personFaults } from './person-faults.mjs';
import { recordFaults } from './record-faults.mjs';
import { textFaults } from './text-faults.mjs';
import { workFaults } from './work-faults.mjs';

export const faults = [
  ...accessFaults,
  ...houseFaults,
  ...recordFaults,
  ...personFaults,
  ...textFaults,
  ...workFaults,
  ...carriedFaults,
  ...doorFaults,
];
