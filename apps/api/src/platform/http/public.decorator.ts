import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'fieldlab:public';

/** Answers without signing in. */
export const Public = () => SetMetadata(IS_PUBLIC, true);
