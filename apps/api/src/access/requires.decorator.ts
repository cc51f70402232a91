import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@fieldlab/domain';

export { IS_PUBLIC, Public } from '../platform/http/public.decorator';

export const REQUIRED_PERMISSION = 'fieldlab:permission';
export const DURING_ENROLMENT = 'fieldlab:during-enrolment';

/** What the caller's role must allow. A route with neither this nor @Public is refused to everybody. */
export const Requires = (permission: Permission) => SetMetadata(REQUIRED_PERMISSION, permission);

/** Open to people who signed in and have yet to set up the second factor that their role asks for. */
export const DuringEnrolment = () => SetMetadata(DURING_ENROLMENT, true);
