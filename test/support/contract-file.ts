import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * The contract as openapi.json has it, which contract.spec keeps true. The one that a test's own application describes
 * knows less of queries and formats: the compiler of the tests does not read types.
 */
export const CONTRACT = JSON.parse(
  readFileSync(join(__dirname, '../../openapi.json'), 'utf8'),
) as OpenAPIObject;
