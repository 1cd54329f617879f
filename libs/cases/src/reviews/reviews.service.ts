import { Inject, Injectable } from '@nestjs/common';
import {
  about,
  badField,
  cannot,
  changed,
  CONFIG,
  currentActor,
  db,
  Keyring,
  newId,
  notFound,
  Outbox,
  staleVersion,
  type Config,
  type Mail,
} from '@app/platform';
import type { Case } from '../case.entity';
import { canSee } from '../walls/who-sees';
import type { AskForReview, DecideReview } from './review.dto';
import { ReviewRequest } from './review.entity';
import { reviewersOf } from './reviews.queries';

/** Asking a supervisor, and what they decide. Nobody decides what they asked themselves. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly keyring: Keyring,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem 422 when whom it is for does not decide reviews or does not see the client */
  async ask(matter: Case, input: AskForReview): Promise<string> {
    const reviewers = await reviewersOf(matter.clientId);
    const asked = input.askedOf ? reviewers.filter(({ id }) => id === input.askedOf) : reviewers;
    if (input.askedOf && asked.length === 0)
      throw badField('askedOf', 'no_reviewer', 'This colleague cannot decide a review of this client.');
    const id = newId();
    const { orgId, userId } = currentActor();
    const box = (await this.keyring.clientKey(orgId, matter.clientId)).box('review_request', id);
    await db().insert(ReviewRequest, {
      ...{ id, clientId: matter.clientId, caseId: matter.id, subject: input.subject, requestedBy: userId },
      question: box.seal('question', input.question.trim()),
      askedOf: input.askedOf ?? null,
    });
    for (const { email } of asked) await this.outbox.mail({ ...this.waits(email), about: [matter.clientId] });
    changed('review');
    return id;
  }

  async decide(reviewId: string, version: number, input: DecideReview): Promise<void> {
    const review = await this.requireWaiting(reviewId, version);
    const { orgId, userId } = currentActor();
    if (review.requestedBy === userId)
      throw cannot('same_person', 'You asked for this review. Somebody else has to decide it.');
    if (review.askedOf && review.askedOf !== userId)
      throw cannot('asked_of_another', 'This review was asked of a colleague.');
    if (input.decision === 'changes_wanted' && !input.reason)
      throw badField('reason', 'required', 'Say what has to change.');
    const box = (await this.keyring.clientKey(orgId, review.clientId)).box('review_request', review.id);
    await db().update(ReviewRequest, review, version, {
      ...{ status: input.decision, decidedBy: userId, decidedAt: new Date() },
      reason: box.seal('reason', input.reason?.trim() || null),
    });
    const asker = await db().one<{ email: string }>(
      `SELECT email FROM staff_user WHERE org_id = $1 AND id = $2 AND status = 'active'`,
      [orgId, review.requestedBy],
    );
    if (asker && (await canSee(review.requestedBy, review.clientId)))
      await this.outbox.mail({ ...this.decided(asker.email), about: [review.clientId] });
    changed('review');
  }

  async withdraw(reviewId: string, version: number): Promise<void> {
    const review = await this.requireWaiting(reviewId, version);
    if (review.requestedBy !== currentActor().userId)
      throw cannot('not_own_review', 'Only the person who asked for a review can take it back.');
    await db().update(ReviewRequest, review, version, { status: 'withdrawn' });
    changed('review');
  }

  private async requireWaiting(reviewId: string, version: number): Promise<ReviewRequest> {
    const review = await db().find(ReviewRequest, { id: reviewId });
    if (!review) throw notFound();
    about(review.clientId, review.caseId);
    if (review.version !== version) throw staleVersion(review.version);
    if (review.status !== 'waiting') throw cannot('review_decided', 'This review waits no more.');
    return review;
  }

  private waits(to: string): Mail {
    return this.mail(to, 'A review waits for you', 'A colleague asks you to look at something.');
  }

  private decided(to: string): Mail {
    return this.mail(to, 'A review you asked for is decided', 'A review that you asked for is decided.');
  }

  /** Neutral: no client, no case, no name, no word of what it is about. */
  private mail(to: string, subject: string, sentence: string): Mail {
    const text = [sentence, '', 'Sign in to see it:', `${this.config.publicUrl}/reviews`, ''].join('\n');
    return { to, subject, text };
  }
}
