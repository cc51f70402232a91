import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { describeAnswers, METHODS } from './openapi/answers';
import { addExamples } from './openapi/examples';
import { accessByOperation } from './openapi/routes';
import { tidySchemas } from './openapi/schemas';
import { TAGS } from './openapi/tags';

/** Semantic version of the HTTP contract, in every answer's API-Version header. */
export const API_VERSION = '1.0.0';

/** The place of publication, as in publiccode.yml. */
const PROJECT = 'https://fieldlab.example';

export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Fieldlab')
    .setDescription(
      'The register and calculator of an innovation programme: every figure from records, by one published ' +
        'definition, on any date, as known on any other date. Changes are listed in the changelog.',
    )
    .setVersion(API_VERSION)
    .setContact('The Fieldlab maintainers', PROJECT, 'fieldlab@fieldlab.example')
    .setExternalDoc('Changelog', `${PROJECT}/CHANGELOG.md`)
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer('/', 'This installation')
    .addCookieAuth('session', { type: 'apiKey', in: 'cookie', name: 'fieldlab-session' }, 'session')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'A token made at /api/v1/api-tokens.' },
      'token',
    )
    .addSecurityRequirements('session')
    .addSecurityRequirements('token');
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (_controller, method) => method,
  });
  describeAnswers(document, accessByOperation(app));
  tidySchemas(document);
  addExamples(document);
  document.paths = inChapters(document);
  document.tags = TAGS.filter(({ name }) => usedTags(document).has(name));
  return document;
}

/** Addresses in the order of the chapters, and within one in that of the program. */
function inChapters({ paths }: OpenAPIObject): OpenAPIObject['paths'] {
  const places = new Map(TAGS.map(({ name }, place) => [name, place]));
  const placeOf = (item: OpenAPIObject['paths'][string]): number =>
    Math.min(
      ...METHODS.flatMap((method) => item[method]?.tags ?? []).map((tag) => places.get(tag) ?? places.size),
    );
  return Object.fromEntries(
    Object.entries(paths).sort(([, one], [, other]) => placeOf(one) - placeOf(other)),
  );
}

const usedTags = ({ paths }: OpenAPIObject): Set<string> =>
  new Set(Object.values(paths).flatMap((item) => METHODS.flatMap((method) => item[method]?.tags ?? [])));

/** The document at /api/v1/openapi.json, without signing in, and the same to browse at /api/docs. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => buildOpenApi(app), {
    jsonDocumentUrl: 'api/v1/openapi.json',
    // All operations drawn at once keep a browser busy for half a minute: a group opens when it is asked for.
    swaggerOptions: { docExpansion: 'none' },
  });
}
