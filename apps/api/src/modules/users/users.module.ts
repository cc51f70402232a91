import { Module } from '@nestjs/common';
import { AccessSettingsController } from './access-settings.controller';
import { AccessSettingsService } from './access-settings.service';
import { AccountSecurityController } from './account-security.controller';
import { AccountController } from './account.controller';
import { AccountService } from './account.service';
import { DemonstrationAccountsController } from './demonstration-accounts.controller';
import { DemonstrationAccountsService } from './demonstration-accounts.service';
import { LinksController } from './links.controller';
import { LinksService } from './links.service';
import { OwnPassword } from './own-password.service';
import { OwnProviderLink } from './own-provider-link.service';
import { OwnSecondFactor } from './own-second-factor.service';
import { UsersController } from './users.controller';
import { UsersRepository } from './users.repository';
import { UsersService } from './users.service';

/** People: who they are, how they come in, and what they may change of themselves. */
@Module({
  controllers: [
    AccessSettingsController,
    AccountController,
    AccountSecurityController,
    // Before the users: its address would else be taken for one user's.
    DemonstrationAccountsController,
    LinksController,
    UsersController,
  ],
  providers: [
    AccessSettingsService,
    AccountService,
    DemonstrationAccountsService,
    LinksService,
    OwnPassword,
    OwnProviderLink,
    OwnSecondFactor,
    UsersRepository,
    UsersService,
  ],
  exports: [UsersService],
})
export class UsersModule {}
