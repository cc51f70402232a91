import { Module, type DynamicModule } from '@nestjs/common';
import { Secrets } from './secrets';

@Module({})
export class SecretsModule {
  /** @param secret of the installation */
  static with(secret: string): DynamicModule {
    return {
      module: SecretsModule,
      global: true,
      providers: [{ provide: Secrets, useValue: new Secrets(secret) }],
      exports: [Secrets],
    };
  }
}
