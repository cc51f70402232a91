import type { Role, TokenScope } from '@fieldlab/domain';

/** Who a request comes from, by whatever it carried. */
export interface Identity {
  id: string;
  name: string;
  email: string;
  role: Role;
  centreIds: readonly string[];
  /** Undefined for a bearer token. */
  sessionId?: string | undefined;
  /** When the session ends however much it is used; undefined for a bearer token. */
  sessionEndsAt?: Date | undefined;
  /** What a bearer token was made for; undefined for a session. */
  scopes?: readonly TokenScope[] | undefined;
  /** Whether they proved who they are so recently that they may change how they sign in; never by a token. */
  isProofFresh: boolean;
  /** The role asks for a second factor that this person has not set up: they may do that, and nothing else. */
  enrolmentDue: boolean;
}
