import { Controller, Inject } from '@nestjs/common';
import { personalController } from '../../resource/personal.controller';
import { contactSpec } from './contact.dto';
import { ContactsService } from './contacts.service';

@Controller('contacts')
export class ContactsController extends personalController(contactSpec) {
  constructor(@Inject(ContactsService) service: ContactsService) {
    super(service);
  }
}
