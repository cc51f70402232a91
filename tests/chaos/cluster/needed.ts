import { existsSync } from 'node:fs';
import { programAt } from '../../support/program-at';

const POSTGRESQL = '/usr/lib/postgresql/15/bin';

/** What a cluster is made of, as Debian has it. */
export interface Programs {
  etcd: string;
  patroni: string;
  haproxy: string;
  /** The folder of PostgreSQL's own programs. */
  postgresql: string;
}

/** The programs, or the packages that are not installed. */
export function clusterPrograms(): Programs | { missing: string[] } {
  const [etcd, patroni, haproxy] = [programAt('etcd'), programAt('patroni'), programAt('haproxy')];
  const postgresql = existsSync(`${POSTGRESQL}/postgres`) ? POSTGRESQL : undefined;
  if (etcd && patroni && haproxy && postgresql !== undefined) return { etcd, patroni, haproxy, postgresql };
  const packages = { 'etcd-server': etcd, patroni, haproxy, 'postgresql-15': postgresql };
  return {
    missing: Object.entries(packages).flatMap(([name, found]) => (found === undefined ? [name] : [])),
  };
}
