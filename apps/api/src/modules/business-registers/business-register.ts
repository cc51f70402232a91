import type { RegisteredCompany, RegisteredName } from './registered-company.dto';

/** A country's official register of companies, as far as we ask it. */
export interface BusinessRegister {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Of its numbers, as we keep them. */
  readonly scheme: string;
  /** How many companies may be looked up in it by themselves a night; an answer may cost money. */
  readonly checksPerNight: number;
  /**
   * Finds companies by name, or by their number in this register; at most ten, as the register orders them.
   * @throws DomainError BUSINESS_REGISTER_REFUSED, BUSINESS_REGISTER_UNREACHABLE
   */
  search(words: string): Promise<RegisteredName[]>;
  /**
   * Reads what the register says of one company; undefined where it has none of this number.
   * @throws DomainError BUSINESS_REGISTER_REFUSED, BUSINESS_REGISTER_UNREACHABLE
   */
  find(number: string): Promise<RegisteredCompany | undefined>;
}

/** The registers that this installation may ask, by configuration. */
export const BUSINESS_REGISTERS = Symbol('BusinessRegisters');
