import { DomainError, NETHERLANDS } from '@fieldlab/domain';
import type { z } from 'zod';
import { askService } from '../../../platform/outgoing/ask-service';
import type { BusinessRegister } from '../business-register';
import type { RegisteredCompany, RegisteredName } from '../registered-company.dto';
import { foundSchema, profileSchema } from './kvk-answers';
import { companyOf } from './kvk-company';

export interface KvkAccess {
  /** Such as https://api.kvk.nl/api; for KvK's test numbers https://api.kvk.nl/test/api. */
  url: string;
  key: string;
  /** How many companies are looked up by themselves a night; 0 is none. */
  checksPerNight: number;
}

const FOUND_AT_MOST = 10;
const NUMBER = NETHERLANDS.companyNumber.pattern;

/** The Dutch trade register, by the API's Zoeken v2 and Basisprofiel v1 (developers.kvk.nl). */
export class KvkRegister implements BusinessRegister {
  readonly country = 'NL';
  readonly scheme = NETHERLANDS.companyNumber.scheme;
  readonly checksPerNight: number;

  constructor(private readonly access: KvkAccess) {
    this.checksPerNight = access.checksPerNight;
  }

  async search(words: string): Promise<RegisteredName[]> {
    const asked = NUMBER.test(words) ? { kvkNummer: words } : { naam: words };
    const query = new URLSearchParams({ ...asked, resultatenPerPagina: String(FOUND_AT_MOST) });
    const found = await this.ask(`v2/zoeken?${query.toString()}`, foundSchema);
    const names = (found?.resultaten ?? []).map(({ kvkNummer, naam, adres }) => ({
      number: kvkNummer,
      name: naam ?? kvkNummer,
      municipality: adres?.binnenlandsAdres?.plaats ?? null,
    }));
    // A company is listed once more for its main establishment.
    return names.filter(({ number }, place) => names.findIndex((one) => one.number === number) === place);
  }

  async find(number: string): Promise<RegisteredCompany | undefined> {
    // What is no number of this register would be another path.
    if (!NUMBER.test(number)) return undefined;
    const profile = await this.ask(`v1/basisprofielen/${number}`, profileSchema);
    return profile && companyOf(profile, await NETHERLANDS.places(), new Date());
  }

  /** Undefined where the register has nothing of the kind. */
  private async ask<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
    const { url, key } = this.access;
    const said = await askService(new URL(`${url.replace(/\/$/, '')}/${path}`), { apikey: key });
    // It says 404 of what it has not, and 400 of a number that cannot be one.
    if (said?.status === 404 || said?.status === 400) return undefined;
    const answer = said?.status === 200 ? schema.safeParse(said.body) : undefined;
    if (answer?.success) return answer.data;
    if (said?.status === 401 || said?.status === 403)
      throw new DomainError(
        'BUSINESS_REGISTER_REFUSED',
        'The trade register refuses the key of this installation: see KVK_API_KEY.',
      );
    throw new DomainError(
      'BUSINESS_REGISTER_UNREACHABLE',
      'The trade register does not answer, or not as it should; try again in a while.',
    );
  }
}
