import { DomainError, notFound } from '@fieldlab/domain';
import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, type Actor } from '../../access/actor';
import { BUSINESS_REGISTERS, type BusinessRegister } from './business-register';
import type { RegisteredCompany, RegisteredNames } from './registered-company.dto';

@Injectable()
export class RegisteredCompaniesService {
  constructor(@Inject(BUSINESS_REGISTERS) private readonly registers: readonly BusinessRegister[]) {}

  /**
   * Finds companies in a country's own register.
   * @throws DomainError BUSINESS_REGISTER_NOT_CONNECTED, BUSINESS_REGISTER_REFUSED, BUSINESS_REGISTER_UNREACHABLE
   */
  async search(actor: Actor, country: string, words: string): Promise<RegisteredNames> {
    requirePermission(actor, 'registered-company:read');
    const data = await this.registerOf(country).search(words);
    return { data, total: data.length };
  }

  /**
   * Reads what a country's own register says of one company.
   * @throws DomainError NOT_FOUND, BUSINESS_REGISTER_NOT_CONNECTED, BUSINESS_REGISTER_REFUSED, BUSINESS_REGISTER_UNREACHABLE
   */
  async find(actor: Actor, country: string, number: string): Promise<RegisteredCompany> {
    requirePermission(actor, 'registered-company:read');
    const company = await this.registerOf(country).find(number);
    if (!company) throw notFound(`A company with number ${number}`);
    return company;
  }

  private registerOf(country: string): BusinessRegister {
    const register = this.registers.find((one) => one.country === country);
    if (register) return register;
    throw new DomainError(
      'BUSINESS_REGISTER_NOT_CONNECTED',
      `No business register of ${country} is connected to this installation.`,
      [],
      { country },
    );
  }
}
