import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@fieldlab/domain';

export { IS_PUBLIC, Public, WithoutIdentity } from '../platform/http/public.decorator';

export const REQUIRED_PERMISSION = 'fieldlab:permission';
export const FRESH_PROOF = 'fieldlab:fresh-proof';
export const DURING_ENROLMENT = 'fieldlab:during-enrolment';

/** What the caller's role must allow. A route with neither this nor @Public is refused to everybody. */
export const Requires = (permission: Permission) => SetMetadata(REQUIRED_PERMISSION, permission);

/**
 * What changes how one signs in, or erases from the trail: only for who proved a few minutes ago who they are. With fields, only a body that has
 * one of them asks for it; without, every request does.
 * @throws DomainError REAUTHENTICATION_REQUIRED, by the access guard
 */
export const RequiresFreshProof = (...fields: readonly string[]) => SetMetadata(FRESH_PROOF, fields);

/** Open to people who signed in and have yet to set up the second factor that their role asks for. */
export const DuringEnrolment = () => SetMetadata(DURING_ENROLMENT, true);
