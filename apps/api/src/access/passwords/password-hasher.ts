import { Injectable } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import { hash, verify, type Algorithm } from '@node-rs/argon2';
import { Turns } from '../../platform/work/turns';
import { newToken } from '../../platform/secrets/secrets';

/** OWASP's parameters: 19 MiB (in KiB), two passes, one lane; about 70 ms. */
const ARGON2ID = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};
/** Node's threads do files and names too: hashing never takes all four of them. */
const AT_ONCE = 2;
/** About four seconds of work; a longer queue is a flood. */
const MAX_WAITING = 100;

@Injectable()
export class PasswordHasher {
  private readonly turns = new Turns(
    AT_ONCE,
    MAX_WAITING,
    () =>
      new DomainError('TOO_MANY_REQUESTS', 'Many people sign in at this moment; try again in a few seconds.'),
  );
  /** The hash of a password that nobody knows. */
  private readonly dummy = this.hash(newToken());

  hash(password: string): Promise<string> {
    return this.turns.run(() => hash(password, ARGON2ID));
  }

  /** Answers whether the password is the one hashed; takes as long when there is no hash, or no such person. */
  async matches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    const expected = passwordHash ?? (await this.dummy);
    const matches = await this.turns.run(() => verify(expected, password));
    return matches && typeof passwordHash === 'string';
  }
}
