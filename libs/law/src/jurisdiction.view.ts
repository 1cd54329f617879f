import { ApiProperty } from '@nestjs/swagger';
import type { PardonJurisdiction, Stated } from '@app/rules';

const PROVENANCE = ['sourced', 'general_knowledge'] as const;

/** A statement with what it rests on. */
export class StatedView {
  text: string;
  @ApiProperty({ enum: PROVENANCE }) provenance: string;
}

export class JurisdictionSource {
  key: string;
  address: string;
}

/** A pardoning authority, every statement with its provenance. */
export class JurisdictionView {
  code: string;
  name: string;
  decisionModel: StatedView;
  /** How well its grants fit the words "President or Governor" of INA 237(a)(2)(A)(vi). */
  fit: StatedView;
  grantFrequency: StatedView;
  whoDecides: StatedView;
  body: StatedView;
  waitingPeriod: StatedView;
  application: StatedView;
  hearing: StatedView;
  cadence: StatedView;
  immigrationExpedite: StatedView;
  why: StatedView;
  watchFor: StatedView;
  /** YYYY-MM in which the governor is believed to change; null when none is known. */
  executiveChange: string | null;
  sources: JurisdictionSource[];
  /** The day somebody checked the record on the live pages; null: never. */
  lastVerified: string | null;

  static of(record: PardonJurisdiction): JurisdictionView {
    const stated = ({ text, provenance }: Stated): StatedView => ({ text, provenance });
    return {
      code: record.code,
      name: record.name,
      decisionModel: stated(record.decisionModel),
      fit: stated(record.fit),
      grantFrequency: stated(record.grantFrequency),
      whoDecides: stated(record.whoDecides),
      body: stated(record.body),
      waitingPeriod: stated(record.waitingPeriod),
      application: stated(record.application),
      hearing: stated(record.hearing),
      cadence: stated(record.cadence),
      immigrationExpedite: stated(record.immigrationExpedite),
      why: stated(record.why),
      watchFor: stated(record.watchFor),
      executiveChange: record.executiveChange,
      sources: record.sources.map(({ key, address }) => ({ key, address })),
      lastVerified: record.lastVerified,
    };
  }
}

/** The pardoning authorities, and how far the list can be trusted. */
export class JurisdictionList {
  asOf: string;
  source: string;
  note: string;
  items: JurisdictionView[];
}
