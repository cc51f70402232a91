import { Inject, Injectable } from '@nestjs/common';
import { DomainError, fault } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { UnitOfWork, type Authorship } from '../../platform/database/unit-of-work';
import { noteAccess } from '../access-events';
import { Secrets } from '../../platform/secrets/secrets';
import { newRecoveryCodes, newSecret, otpauthUrl, recoveryCodeHash, stepOf } from './one-time-codes';
import { SecondFactorsRepository } from './second-factors.repository';

export interface Enrolment {
  secret: string;
  otpauthUrl: string;
}

export interface SecondFactorStatus {
  isEnrolled: boolean;
  recoveryCodesLeft: number;
}

/** Tells the owner, in the transaction of what is told. */
type Tell = (client: SqlClient) => Promise<void>;

/** A code from an authenticator app (TOTP, RFC 6238), beside the password. */
@Injectable()
export class SecondFactor {
  constructor(
    @Inject(SecondFactorsRepository) private readonly factors: SecondFactorsRepository,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async status(userId: string): Promise<SecondFactorStatus> {
    const factor = await this.factors.find(userId);
    return factor?.isConfirmed
      ? { isEnrolled: true, recoveryCodesLeft: factor.recoveryCodesLeft }
      : { isEnrolled: false, recoveryCodesLeft: 0 };
  }

  /** Makes a secret that counts for nothing until a code of it is shown. @throws DomainError CONFLICT when enrolled. */
  async begin(userId: string, email: string): Promise<Enrolment> {
    const secret = newSecret();
    if (!(await this.factors.begin(userId, this.secrets.seal(secret, 'second-factor'))))
      throw enrolledAlready();
    return { secret, otpauthUrl: otpauthUrl(secret, email) };
  }

  /** Answers the recovery codes, once: only their hashes are kept. @throws DomainError CONFLICT, INVALID_INPUT */
  async confirm(
    by: Authorship,
    { userId, code }: { userId: string; code: string },
    tell: Tell,
  ): Promise<string[]> {
    const factor = await this.factors.find(userId);
    if (!factor) throw new DomainError('SECOND_FACTOR_NOT_BEGUN', 'Begin by asking for a secret.');
    if (factor.isConfirmed) throw enrolledAlready();
    const step = stepOf(this.open(factor.sealedSecret), code);
    if (step === undefined) throw wrongCode();
    const recoveryCodes = newRecoveryCodes();
    const hashes = recoveryCodes.map(recoveryCodeHash);
    await this.unitOfWork.runSql(by, async (client) => {
      if (!(await this.factors.confirm(client, userId, step, hashes))) throw enrolledAlready();
      await noteAccess(client, 'SECOND_FACTOR_ADDED', userId);
      await tell(client);
    });
    return recoveryCodes;
  }

  /** Uses up a code of the app, or a recovery code; answers whether it was a good one. */
  async use(userId: string, code: string): Promise<boolean> {
    const factor = await this.factors.find(userId);
    if (!factor?.isConfirmed) return false;
    const step = stepOf(this.open(factor.sealedSecret), code.trim());
    if (step !== undefined) return this.factors.useStep(userId, step);
    return this.factors.useRecoveryCode(userId, recoveryCodeHash(code));
  }

  /** The codes that were left are worth nothing from now on. */
  async renewRecoveryCodes(by: Authorship, userId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    const hashes = codes.map(recoveryCodeHash);
    await this.unitOfWork.runSql(by, async (client) => {
      await this.factors.replaceRecoveryCodes(client, userId, hashes);
      await noteAccess(client, 'RECOVERY_CODES_RENEWED', userId);
    });
    return codes;
  }

  /** Answers whether there was one. */
  async remove(by: Authorship, userId: string, tell: Tell): Promise<boolean> {
    return this.unitOfWork.runSql(by, async (client) => {
      const wasThere = await this.factors.remove(client, userId);
      if (wasThere) {
        await noteAccess(client, 'SECOND_FACTOR_REMOVED', userId);
        await tell(client);
      }
      return wasThere;
    });
  }

  private open(sealed: Buffer): string {
    try {
      return this.secrets.open(sealed, 'second-factor');
    } catch {
      // Sealed under an earlier SESSION_SECRET: recovery codes still work, and an administrator can remove it.
      return newSecret();
    }
  }
}

const enrolledAlready = (): DomainError =>
  new DomainError('SECOND_FACTOR_SET_UP', 'There is a second factor already; remove it first.');

export const wrongCode = (): DomainError =>
  new DomainError('INVALID_INPUT', 'code: This code is not right, or was used before.', [
    fault('code', 'CODE_WRONG'),
  ]);
