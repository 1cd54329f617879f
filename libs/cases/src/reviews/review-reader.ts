import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientNames } from '@app/clients';
import { about, currentActor, Keyring, notFound, writeCursor, type ClientKey } from '@app/platform';
import type { Case } from '../case.entity';
import type { PersonRef } from '../case.view';
import type { ReviewQuery } from './review.dto';
import { oneReview, queue, reviewersOf, reviewsOfCase, type ReviewRow } from './reviews.queries';
import type { CaseReviews, ReviewList, ReviewView } from './review.view';

const PAGE = 50;

/** Reads reviews, with their texts opened. */
@Injectable()
export class ReviewReader {
  constructor(
    private readonly keyring: Keyring,
    private readonly names: ClientNames,
  ) {}

  async list(query: ReviewQuery): Promise<ReviewList> {
    const limit = query.limit ?? PAGE;
    const rows = await queue(query, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.open(shown),
      nextCursor: rows.length > limit && last ? writeCursor({ value: last.createdText, id: last.id }) : null,
    };
  }

  async ofCase(matter: Case): Promise<CaseReviews> {
    const reviewers = await reviewersOf(matter.clientId);
    return {
      items: await this.open(await reviewsOfCase(matter.id)),
      reviewers: reviewers.map(({ id, name }) => ({ id, name })),
    };
  }

  /** @throws Problem 404 */
  async view(reviewId: string): Promise<ReviewView> {
    const row = await oneReview(reviewId);
    if (!row) throw notFound();
    about(row.clientId, row.caseId);
    return (await this.open([row]))[0];
  }

  private async open(rows: ReviewRow[]): Promise<ReviewView[]> {
    const ids = [...new Set(rows.map((row) => row.clientId))];
    const keys = await this.keyring.clientKeys(currentActor().orgId, ids);
    const names = await this.names.display(ids);
    return rows.map((row) => viewOf(row, keys.get(row.clientId), names.get(row.clientId) ?? ''));
  }
}

const person = (id: string | null, name: string | null): PersonRef | null =>
  id ? { id, name: name ?? 'Vacatur' } : null;

function viewOf(row: ReviewRow, key: ClientKey | undefined, clientName: string): ReviewView {
  const box = key && !key.erased ? key.box('review_request', row.id) : null;
  return {
    ...{ id: row.id, version: row.version, clientId: row.clientId, caseId: row.caseId, clientName },
    ...{ subject: row.subject, status: row.status },
    question: box?.open('question', row.question) ?? '',
    requestedBy: { id: row.requestedBy, name: row.requestedByName ?? 'Vacatur' },
    requestedAt: row.createdAt.toISOString(),
    askedOf: person(row.askedOf, row.askedOfName),
    decidedBy: person(row.decidedBy, row.decidedByName),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: box?.open('reason', row.reason) ?? null,
    can: canOf(row),
  };
}

function canOf({ status, requestedBy, askedOf }: ReviewRow): ReviewView['can'] {
  const waits = status === 'waiting';
  const { userId } = currentActor();
  const mine = requestedBy === userId;
  return {
    decide: waits && !mine && (askedOf === null || askedOf === userId) && may('review.decide'),
    withdraw: waits && mine && may('review.request'),
  };
}
