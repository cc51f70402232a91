import { createHash } from 'node:crypto';

/** Each connection keeps the plan of each: so many, of which all but a few are lists as people commonly ask for them. */
const MOST_KEPT = 200;
const NAME_LENGTH = 32;

/**
 * The names under which connections keep statements that are asked again and again, so that PostgreSQL reads and plans
 * them once. A statement that comes after the most that are kept has none, and is planned whenever it is asked.
 */
export class PreparedStatements {
  private readonly names = new Map<string, string>();

  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST_KEPT) return known;
    const name = createHash('sha256').update(text).digest('hex').slice(0, NAME_LENGTH);
    this.names.set(text, name);
    return name;
  }
}
