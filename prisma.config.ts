import { defineConfig } from 'prisma/config';

// Only `generate`, `validate` and `format` are used; migrations are applied by platform/database/migrate.ts.
export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
