import { validateClemencyPack, validateGrounds, validatePacks } from '@app/rules';

// A build whose law contradicts itself must not come into being.
const faults = [...validatePacks(), ...validateGrounds(), ...validateClemencyPack()];
for (const { record, fault } of faults) process.stderr.write(`${record}: ${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
