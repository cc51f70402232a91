import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** Semantic version of the HTTP contract, in every answer's API-Version header. */
export const API_VERSION = '1.0.0';

export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const information = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Fieldlab')
    .setDescription(
      'The register and calculator of an innovation programme: every figure from records, by one published ' +
        'definition, on any date, as known on any other date.',
    )
    .setVersion(API_VERSION)
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .build();
  return SwaggerModule.createDocument(app, information, {
    operationIdFactory: (_controller, method) => method,
  });
}

/** The document at /api/v1/openapi.json, without signing in, and the same to browse at /api/docs. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => buildOpenApi(app), { jsonDocumentUrl: 'api/v1/openapi.json' });
}
