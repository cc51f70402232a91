import { kindOf, permissionsFor, REGISTER, type RegisterResource } from '@fieldlab/domain';
import { fieldsOf } from './fields';
import { modelOf } from './record-models';

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The beginning of a kind's description: all that the register says of it already. */
export function ofKind<R extends RegisterResource>(resource: R) {
  const { counted, within, period, order } = kindOf(resource);
  const model = modelOf(resource);
  return {
    resource,
    name: capitalised(model),
    model,
    permissions: permissionsFor(resource),
    fields: fieldsOf<(typeof REGISTER)[R]['fields']>(REGISTER[resource].fields),
    ...(counted && { counted }),
    ...(within !== undefined && { within }),
    ...(period && { period }),
    ...(order && { order }),
  };
}
