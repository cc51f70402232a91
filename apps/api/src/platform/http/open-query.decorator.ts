import { SetMetadata } from '@nestjs/common';

export const OPEN_QUERY = 'fieldlab:open-query';

/** Others decide what its query holds: an address to which they send people back. */
export const OpenQuery = () => SetMetadata(OPEN_QUERY, true);
