// Swagger UI: an API's documentation by React, with forms, code samples that are highlighted, and a dialog of secrets.
import type { Interface } from './interface.ts';

const pet = { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } } };
const json = { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } };
const ok = { 200: { description: 'fine', content: json } };
const spec = {
  openapi: '3.0.0',
  info: { title: 'Pets', version: '1', description: '**Bold** and `code`' },
  security: [{ basic: [] }],
  paths: {
    '/pets/{id}': {
      get: {
        tags: ['pets'],
        summary: 'one pet',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: ok,
      },
      delete: { tags: ['pets'], deprecated: true, responses: ok },
    },
    '/pets': {
      post: { tags: ['pets'], requestBody: { content: json }, responses: ok },
    },
  },
  components: {
    schemas: { Pet: pet },
    securitySchemes: { basic: { type: 'http', scheme: 'basic' } },
  },
};

export const swagger: Interface = {
  name: 'the API documentation Swagger UI',
  page: `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/package/swagger-ui-dist/swagger-ui.css"><link rel="stylesheet" href="/package/swagger-ui-dist/index.css"><div id="swagger-ui"></div>
    <script src="/package/swagger-ui-dist/swagger-ui-bundle.js"></script><script src="/package/swagger-ui-dist/swagger-ui-standalone-preset.js"></script>
    <script>SwaggerUIBundle({ spec: ${JSON.stringify(spec)}, dom_id: '#swagger-ui', filter: true, presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset], layout: 'StandaloneLayout' })</script>`,
  ready: `w.document.querySelectorAll('.opblock').length === 3 && w.document.querySelector('.models')`,
  steps: [
    {
      act: (frame) => frame.click('.opblock-get .opblock-summary-control'),
      done: `w.document.querySelector('.opblock-get .try-out__btn')`,
    },
    {
      async act(frame) {
        await frame.click('.opblock-get .try-out__btn');
        await frame.type('.opblock-get .parameters input', '42');
        await frame.click('.opblock-get .execute');
      },
      done: `w.document.querySelector('.opblock-get .live-responses-table .response-col_status')`,
    },
    {
      act: (frame) => frame.click('.opblock-post .opblock-summary-control'),
      done: `w.document.querySelector('.opblock-post .model-example')`,
    },
    {
      async act(frame) {
        await frame.click('.auth-wrapper .authorize');
        const secret = await frame.waitForSelector('.auth-container input[type=password]');
        await secret!.type('canary-5512');
      },
      done: `w.document.querySelector('.auth-container input[type=password]').value === 'canary-5512'`,
    },
    {
      async act(frame) {
        await frame.click('.btn-done');
        await frame.type('.operation-filter-input', 'nothing');
      },
      done: `!w.document.querySelector('.opblock')`,
    },
  ],
};
