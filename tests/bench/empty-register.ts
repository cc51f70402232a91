import type { EmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { grantToApplication } from '@api/platform/database/grants';
import { migrate } from '@api/platform/database/migrate';
import pg from 'pg';

export interface EmptyRegister {
  owner: pg.Client;
  ownerUrl: string;
  appUrl: string;
  /** Ends the owner's connection and drops the database; others have to be closed before. */
  drop: () => Promise<void>;
}

/** A migrated register that holds nothing, in a database of its own. */
export async function emptyRegister(cluster: EmbeddedCluster): Promise<EmptyRegister> {
  const name = cluster.throwawayName();
  await cluster.createDatabase(name);
  const ownerUrl = cluster.ownerUrl(name);
  await migrate(ownerUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await grantToApplication(owner, 'fieldlab_app');
  const drop = async (): Promise<void> => {
    await owner.end();
    await cluster.dropDatabase(name);
  };
  return { owner, ownerUrl, appUrl: cluster.appUrl(name), drop };
}
