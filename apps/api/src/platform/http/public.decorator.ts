import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'fieldlab:public';

/** Answers without signing in. */
export const Public = () => SetMetadata(IS_PUBLIC, true);

export const WITHOUT_IDENTITY = 'fieldlab:without-identity';

/** Does not ask who it is: neither cookie nor token is read, and everybody is answered alike. */
export const WithoutIdentity = () => SetMetadata(WITHOUT_IDENTITY, true);
