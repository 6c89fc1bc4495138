import type { Api, ApiPage, Field, Operation } from '../../generator/model/api.js';
import { specsApi } from './specs-api.js';

/** The project's own pages as they might have been a release ago: some fields, values, marks and operations were not there yet. */
export function earlierSpecs(): Api {
  const { api } = specsApi();
  return { ...api, pages: api.pages.filter(({ file }) => !file.includes('merchant-risk-manage')).map(earlierPage) };
}

function earlierPage(page: ApiPage): ApiPage {
  switch (page.file) {
    case 'openapi/v3/aggracct-bc/wb-channel/special-reduction.md':
      return { ...page, operations: page.operations.map((operation) => withAnswer(operation, [withoutEncryption])) };
    case 'openapi/v3/refund/domestic/refunds.md':
      return { ...page, operations: page.operations.map((operation) => withRequest(operation, [withoutLastField, loosened])) };
    case 'openapi/v3/pay/transactions/jsapi.md':
      return { ...page, operations: page.operations.map((operation) => withRequest(operation, [withoutLastValue])) };
    default:
      return page;
  }
}

type Edit = (field: Field) => Field;

function withRequest(operation: Operation, edits: readonly Edit[]): Operation {
  return { ...operation, request: operation.request.map(({ role, field }) => ({ role, field: edits.reduce(applyDeep, field) })) };
}

function withAnswer(operation: Operation, edits: readonly Edit[]): Operation {
  const { answer } = operation;
  return answer.kind === 'fields'
    ? { ...operation, answer: { ...answer, fields: answer.fields.map((field) => edits.reduce(applyDeep, field)) } }
    : operation;
}

function applyDeep(field: Field, edit: Edit): Field {
  return edit({ ...field, fields: field.fields.map((child) => applyDeep(child, edit)) });
}

const withoutEncryption: Edit = ({ encryption: _, ...field }) => field;
const withoutLastField: Edit = (field) => (field.name === 'amount' ? { ...field, fields: field.fields.slice(0, -1) } : field);
const loosened: Edit = (field) => (field.name === 'out_refund_no' ? { ...field, required: false } : field);
const withoutLastValue: Edit = (field) =>
  field.values === undefined ? field : { ...field, values: { ...field.values, items: field.values.items.slice(0, -1) } };
