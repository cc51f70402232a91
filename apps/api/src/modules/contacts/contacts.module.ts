import { Injectable, Module } from '@nestjs/common';
import { personalModule, personalService } from '../../resource/record-module';
import { contactSpec } from './contact.dto';

export { contactSpec } from './contact.dto';

@Injectable()
export class ContactsService extends personalService(contactSpec) {}

@Module(personalModule(contactSpec, ContactsService))
export class ContactsModule {}
