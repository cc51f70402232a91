import { Module } from '@nestjs/common';
import { OidcController } from './oidc.controller';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { SessionsController } from './sessions.controller';

@Module({
  controllers: [OidcController, SessionController, SessionsController],
  providers: [SessionService],
})
export class SessionsModule {}
