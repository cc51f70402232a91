import { Module } from '@nestjs/common';
import { IdentityProofController } from './identity-proof.controller';
import { IdentityProofService } from './identity-proof.service';
import { OidcController } from './oidc.controller';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { SessionsController } from './sessions.controller';

@Module({
  controllers: [IdentityProofController, OidcController, SessionController, SessionsController],
  providers: [IdentityProofService, SessionService],
})
export class SessionsModule {}
