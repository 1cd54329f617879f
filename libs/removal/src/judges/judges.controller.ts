import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '@app/access';
import { IfMatch } from '@app/platform';
import { EditJudge, JudgeList, JudgeView, NewJudge } from './judge.dto';
import { JudgesService } from './judges.service';

@ApiTags('removal')
@Controller('judges')
export class JudgesController {
  constructor(private readonly judges: JudgesService) {}

  /** The office's directory of judges. */
  @Get()
  @Allow('directory.read')
  listJudges(): Promise<JudgeList> {
    return this.judges.list();
  }

  /** Adds a judge. */
  @Post()
  @Allow('directory.edit')
  async addJudge(@Body() body: NewJudge): Promise<JudgeView> {
    return this.judges.one(await this.judges.add(body));
  }

  /** Changes what is known of a judge. */
  @Patch(':judgeId')
  @Allow('directory.edit')
  async editJudge(
    @Param('judgeId') judgeId: string,
    @IfMatch() version: number,
    @Body() body: EditJudge,
  ): Promise<JudgeView> {
    await this.judges.edit(judgeId, version, body);
    return this.judges.one(judgeId);
  }
}
