import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames } from '@app/clients';
import {
  about,
  cannot,
  changed,
  currentActor,
  db,
  Keyring,
  notFound,
  staleVersion,
  writeCursor,
  type ClientKey,
} from '@app/platform';
import type { AcknowledgeLawReview, LawReviewQuery } from './law-review.dto';
import { LawReview } from './law-review.entity';
import { countMine, oneReview, reviews, type ReviewRow } from './law-review-list.queries';
import type { LawReviewItem, LawReviewList } from './law-review.view';

const PAGE = 50;

/** The dates that changes of law moved, and who has seen them. */
@Injectable()
export class LawReviews {
  constructor(
    private readonly names: ClientNames,
    private readonly keyring: Keyring,
  ) {}

  /** Reviews of the clients this person sees, the latest first. */
  async list(query: LawReviewQuery): Promise<LawReviewList> {
    const limit = query.limit ?? PAGE;
    const rows = await reviews(query, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.items(shown),
      nextCursor: rows.length > limit && last ? writeCursor({ value: null, id: last.id }) : null,
    };
  }

  /** How many wait for the person of this request. */
  async countMine(): Promise<number> {
    return may('law.review') ? countMine() : 0;
  }

  /**
   * Somebody stands for having seen it. Only once: what was acknowledged stays as it was.
   * @throws Problem 404, 412, 422 when it is somebody else's or done already
   */
  async acknowledge(id: string, version: number, input: AcknowledgeLawReview): Promise<LawReviewItem> {
    const row = await oneReview(id);
    if (!row) throw notFound();
    about(row.clientId);
    if (row.version !== version) throw staleVersion(row.version);
    if (row.acknowledgedAt)
      throw cannot('already_acknowledged', 'Somebody has already said that they have seen this.');
    if (!mayAcknowledge(row))
      throw cannot('not_your_review', 'Only the responsible attorney or a director can acknowledge this.');
    const { orgId, userId } = currentActor();
    const box = (await this.keyring.clientKey(orgId, row.clientId)).box('law_review', id);
    await db().update(LawReview, { id, version } as LawReview, version, {
      acknowledgedBy: userId,
      acknowledgedAt: new Date(),
      note: box.seal('note', input.note?.trim() || null),
    });
    changed('acknowledged');
    const [item] = await this.items([(await oneReview(id))!]);
    return item;
  }

  private async items(rows: readonly ReviewRow[]): Promise<LawReviewItem[]> {
    const ids = rows.map((row) => row.clientId);
    const names = await this.names.display(ids);
    const noted = rows.filter((row) => row.note !== null).map((row) => row.clientId);
    const keys = may('client.names')
      ? await this.keyring.clientKeys(currentActor().orgId, [...new Set(noted)])
      : new Map<string, ClientKey>();
    return rows.map((row) => itemOf(row, names.get(row.clientId) ?? '', keys.get(row.clientId)));
  }
}

const mayAcknowledge = (row: ReviewRow): boolean =>
  may('law.acknowledge') && (row.mine || currentActor().role === 'director');

function itemOf(row: ReviewRow, clientName: string, key: ClientKey | undefined): LawReviewItem {
  const { id, version, cause, what, clientId, deadlineId, ruleId, title, before, after } = row;
  return {
    ...{ id, version, at: row.createdAt.toISOString(), cause, what, clientId, clientName },
    ...{ deadlineId, ruleId, title, before, after },
    attorney: row.attorneyId ? { id: row.attorneyId, name: row.attorneyName ?? '' } : null,
    acknowledged: acknowledgementOf(row, key),
    can: { acknowledge: row.acknowledgedAt === null && mayAcknowledge(row) },
  };
}

function acknowledgementOf(row: ReviewRow, key: ClientKey | undefined): LawReviewItem['acknowledged'] {
  if (!row.acknowledgedBy || !row.acknowledgedAt) return null;
  return {
    by: { id: row.acknowledgedBy, name: row.acknowledgedByName ?? '' },
    at: row.acknowledgedAt.toISOString(),
    note: key && !key.erased ? key.box('law_review', row.id).open('note', row.note) : null,
  };
}
