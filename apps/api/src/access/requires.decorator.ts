import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@fieldlab/domain';

export const REQUIRED_PERMISSION = 'fieldlab:permission';
export const IS_PUBLIC = 'fieldlab:public';

/** What the caller's role must allow. A route with neither this nor @Public is refused to everybody. */
export const Requires = (permission: Permission) => SetMetadata(REQUIRED_PERMISSION, permission);

/** Answers without signing in. */
export const Public = () => SetMetadata(IS_PUBLIC, true);
