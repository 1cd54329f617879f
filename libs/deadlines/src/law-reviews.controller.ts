import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { AcknowledgeLawReview, LawReviewQuery } from './law-review.dto';
import { LawReviewItem, LawReviewList } from './law-review.view';
import { LawReviews } from './law-reviews.service';

@ApiTags('law')
@Controller('law-reviews')
export class LawReviewsController {
  constructor(private readonly reviews: LawReviews) {}

  /** Dates that changes of law moved, the latest first. */
  @Get()
  @Allow('law.review')
  list(@Query() query: LawReviewQuery): Promise<LawReviewList> {
    return this.reviews.list(query);
  }

  /** Says that the person has seen what moved. */
  @Post(':reviewId/acknowledge')
  @HttpCode(200)
  @Allow('law.acknowledge')
  acknowledge(
    @Param('reviewId') reviewId: string,
    @IfMatch() version: number,
    @Body() body: AcknowledgeLawReview,
  ): Promise<LawReviewItem> {
    return this.reviews.acknowledge(reviewId, version, body);
  }
}
