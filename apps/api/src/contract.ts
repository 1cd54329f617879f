import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The contract as the routes and DTO classes declare it. */
export function contractOf(app: NestFastifyApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Vacatur')
    .setDescription(
      'Clients, removal orders, check-ins, pardon applications, deadlines and filings. Changes need If-Match with the ' +
        'version that was read; every POST may carry an Idempotency-Key; failures are application/problem+json (RFC 9457).',
    )
    .setVersion('1')
    .addCookieAuth('vacatur_session')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
}

/** Swagger UI at /api/docs, made when somebody first looks. */
export function mountDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => contractOf(app), { jsonDocumentUrl: 'api/docs/openapi.json' });
}
