import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { CasesService } from '../cases.service';
import { ReviewReader } from './review-reader';
import { AskForReview, DecideReview, ReviewQuery } from './review.dto';
import { CaseReviews, ReviewList, ReviewView } from './review.view';
import { ReviewsService } from './reviews.service';

@ApiTags('reviews')
@Controller()
export class ReviewsController {
  constructor(
    private readonly cases: CasesService,
    private readonly reviews: ReviewsService,
    private readonly reader: ReviewReader,
  ) {}

  /** What waits for a supervisor, the longest first. */
  @Get('reviews')
  @Allow('review.list')
  list(@Query() query: ReviewQuery): Promise<ReviewList> {
    return this.reader.list(query);
  }

  /** The reviews of a case, and who could be asked. */
  @Get('cases/:caseId/reviews')
  @Allow('review.list')
  async ofCase(@Param('caseId') caseId: string): Promise<CaseReviews> {
    return this.reader.ofCase(await this.cases.require(caseId));
  }

  /** Asks for a review; the reviewers are told by mail that something waits, and not what. */
  @Post('cases/:caseId/reviews')
  @Allow('review.request')
  async ask(@Param('caseId') caseId: string, @Body() body: AskForReview): Promise<ReviewView> {
    return this.reader.view(await this.reviews.ask(await this.cases.require(caseId), body));
  }

  /** Approves, or wants changes with a reason. */
  @Post('reviews/:reviewId/decision')
  @HttpCode(200)
  @Allow('review.decide')
  async decide(
    @Param('reviewId') reviewId: string,
    @IfMatch() version: number,
    @Body() body: DecideReview,
  ): Promise<ReviewView> {
    await this.reviews.decide(reviewId, version, body);
    return this.reader.view(reviewId);
  }

  /** Takes an own request back. */
  @Post('reviews/:reviewId/withdraw')
  @HttpCode(200)
  @Allow('review.request')
  async withdraw(@Param('reviewId') reviewId: string, @IfMatch() version: number): Promise<ReviewView> {
    await this.reviews.withdraw(reviewId, version);
    return this.reader.view(reviewId);
  }
}
