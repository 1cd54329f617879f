export { GRANTORS, INSTRUMENT_KINDS } from './clemency.dto';
export { ClemencyModule } from './clemency.module';
export { ClemencyReader } from './clemency-reader';
export { ApplicationView, ClemencyView, GrantView } from './clemency.view';
export { PardonEffectService } from './pardon-effect.service';
export { MotionPapersModule } from './motion-papers/motion-papers.module';
