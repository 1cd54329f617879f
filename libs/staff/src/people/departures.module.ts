import { Module } from '@nestjs/common';
import { Departures } from './departures';

/** Apart from the rest of the people library, because the worker loads who listens and not who asks. */
@Module({ providers: [Departures], exports: [Departures] })
export class DeparturesModule {}
