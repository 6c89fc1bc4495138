import { declareRules } from '../rule.js';

/** Notifications and their replies (drift-rules.md §10). */
export const webhookRules = declareRules({
  'webhook-event-added': {
    purpose: 'Fires when the page of a notification appears.',
    verdict: 'info minor -',
    opposite: 'webhook-event-removed',
    changes: ['operation-added'],
  },
  'webhook-event-removed': {
    purpose: 'Fires when the page of a notification is gone, or only points to one that was there before.',
    verdict: 'error major B',
    opposite: 'webhook-event-added',
    changes: ['operation-removed'],
  },
  'webhook-event-renamed': {
    purpose: 'Fires when a notification has another name: its page moved, or its constant `event_type` was replaced.',
    verdict: 'error major B',
    opposite: 'webhook-event-renamed',
  },
  'webhook-event-value-added': {
    purpose: 'Fires when a page lists a further event type.',
    verdict: 'warn minor -',
    opposite: 'webhook-event-value-removed',
  },
  'webhook-event-value-removed': {
    purpose: 'Fires when a page lists an event type less.',
    verdict: 'info minor -',
    opposite: 'webhook-event-value-added',
  },
  'webhook-resource-type-changed': {
    purpose: 'Fires when the single listed value of `resource_type` or `original_type` is replaced by another.',
    verdict: 'error major W',
    opposite: 'webhook-resource-type-changed',
  },
  'webhook-envelope-field-added-required': {
    purpose: 'Fires when a required row appears in the envelope of a notification, outside of the decrypted rows.',
    verdict: 'info minor -',
    opposite: 'webhook-envelope-field-removed',
  },
  'webhook-envelope-field-added-optional': {
    purpose: 'Fires when an optional row appears in the envelope of a notification.',
    verdict: 'info minor -',
    opposite: 'webhook-envelope-field-removed',
  },
  'webhook-envelope-field-removed': {
    purpose: 'Fires when a row of the envelope of a notification is gone.',
    verdict: 'error major B',
    opposite: ['webhook-envelope-field-added-required', 'webhook-envelope-field-added-optional'],
  },
  'webhook-cipher-changed': {
    purpose: 'Fires when the constant of `resource.algorithm` is replaced.',
    verdict: 'error minor W',
    opposite: 'webhook-cipher-changed',
  },
  'webhook-payload-encrypted': {
    purpose: 'Fires when the payload goes behind the cipher text.',
    verdict: 'error major W',
    opposite: 'webhook-payload-decrypted',
  },
  'webhook-payload-decrypted': {
    purpose: 'Fires when the payload comes out of the cipher text.',
    verdict: 'error major W',
    opposite: 'webhook-payload-encrypted',
  },
  'webhook-signature-header-removed': {
    purpose: 'Fires when a `Wechatpay-*` header row of a notification is gone.',
    verdict: 'error minor W',
    opposite: 'webhook-signature-header-added',
  },
  'webhook-signature-header-added': {
    purpose: 'Fires when a `Wechatpay-*` header row of a notification appears.',
    verdict: 'info patch -',
    opposite: 'webhook-signature-header-removed',
  },
  'webhook-format-changed': {
    purpose: 'Fires when a notification switches between XML and JSON.',
    verdict: 'error major B',
    opposite: 'webhook-format-changed',
  },
  'webhook-ack-status-changed': {
    purpose: 'Fires when the status classes of the reply are replaced.',
    verdict: 'error minor W',
    opposite: 'webhook-ack-status-changed',
  },
  'webhook-ack-code-removed': {
    purpose: 'Fires when a reply may no longer hold one of its codes.',
    verdict: 'error minor W',
    opposite: 'webhook-ack-code-added',
  },
  'webhook-ack-code-added': {
    purpose: 'Fires when a reply may hold a further code.',
    verdict: 'info minor -',
    opposite: 'webhook-ack-code-removed',
  },
  'webhook-ack-body-changed': {
    purpose: 'Fires when the reply gets a body, or has none any more.',
    verdict: 'error minor W',
    opposite: 'webhook-ack-body-changed',
  },
  'webhook-deadline-changed': {
    purpose: 'Fires when the notes name another time within which the reply has to arrive.',
    verdict: 'warn none W',
    class: 'text',
    opposite: 'webhook-deadline-changed',
  },
  'webhook-retries-changed': {
    purpose: 'Fires when the notes name another number or rhythm of repetitions.',
    verdict: 'info none -',
    class: 'text',
    opposite: 'webhook-retries-changed',
  },
});
