import { Inject, Injectable } from '@nestjs/common';
import { DomainError, fault } from '@fieldlab/domain';
import { UnitOfWork, type Authorship } from '../../platform/database/unit-of-work';
import { noteAccess, type AccessEvent } from '../access-events';
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
  async confirm(by: Authorship, userId: string, code: string): Promise<string[]> {
    const factor = await this.factors.find(userId);
    if (!factor) throw new DomainError('SECOND_FACTOR_NOT_BEGUN', 'Begin by asking for a secret.');
    if (factor.isConfirmed) throw enrolledAlready();
    const step = stepOf(this.open(factor.sealedSecret), code);
    if (step === undefined) throw wrongCode();
    const recoveryCodes = newRecoveryCodes();
    if (!(await this.factors.confirm(userId, step, recoveryCodes.map(recoveryCodeHash))))
      throw enrolledAlready();
    await this.note(by, 'SECOND_FACTOR_ADDED', userId);
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
    await this.factors.replaceRecoveryCodes(userId, codes.map(recoveryCodeHash));
    await this.note(by, 'RECOVERY_CODES_RENEWED', userId);
    return codes;
  }

  /** Answers whether there was one. */
  async remove(by: Authorship, userId: string): Promise<boolean> {
    const wasThere = await this.factors.remove(userId);
    if (wasThere) await this.note(by, 'SECOND_FACTOR_REMOVED', userId);
    return wasThere;
  }

  private note(by: Authorship, event: AccessEvent, userId: string): Promise<void> {
    return this.unitOfWork.runSql(by, (client) => noteAccess(client, event, userId));
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
