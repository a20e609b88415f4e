// The cases on the desk, one for each kind of conversation.

/** @typedef {'voice' | 'messaging' | 'chat'} Channel */
/** @typedef {{ at: string, by: 'customer' | 'agent' | 'note', words: string }} Turn */
/**
 * @typedef {object} Case
 * @property {string} id the conversation's id, as the contact centre knows it
 * @property {string} number
 * @property {Channel} channel
 * @property {string} customer
 * @property {string} line
 * @property {string} subject
 * @property {string} age
 * @property {number} startedSecondsAgo
 * @property {{ title: string, words: string }} stuck
 * @property {Turn[]} talk
 * @property {{ reason: string, priority: string, status: string }} fields
 * @property {Record<string, string>} facts
 */

/** @type {[Case, ...Case[]]} */
export const cases = [
  {
    id: 'voice-20417',
    number: '20417',
    channel: 'voice',
    customer: 'Ana Ruiz',
    line: 'Calling from Madrid · customer since 2021',
    subject: 'Cannot complete checkout',
    age: 'live',
    startedSecondsAgo: 134,
    stuck: {
      title: 'Cannot complete checkout',
      words:
        'Step 1 of 4, Address. The form refuses her postcode, 28004. She has tried three times and is about to give up.',
    },
    talk: [
      { at: '0:00', by: 'note', words: 'Call from +34 910 555 017, matched to Ana Ruiz.' },
      {
        at: '0:09',
        by: 'customer',
        words:
          'I want to send a lantern and some bulbs to my flat, and the page will not let me go on.',
      },
      { at: '0:31', by: 'agent', words: 'I am sorry about that. What does it say?' },
      {
        at: '0:40',
        by: 'customer',
        words: 'It says to enter a UK postcode. But I live in Madrid!',
      },
      {
        at: '1:12',
        by: 'agent',
        words:
          'Shall we look at the page together? You stay in charge, and your card stays hidden from me.',
      },
      { at: '1:25', by: 'customer', words: 'Yes, please. What do I press?' },
    ],
    fields: { reason: 'Checkout', priority: 'High', status: 'Open' },
    facts: {
      'E-mail': 'ana.ruiz@example.com',
      Phone: '+34 910 555 017',
      'Last order': 'TT-48213, 3 October',
      Lives: 'Madrid, Spain',
      Speaks: 'Spanish, English',
    },
  },
  {
    id: 'messaging-20409',
    number: '20409',
    channel: 'messaging',
    customer: 'Tom Whitlock',
    line: 'Messaging since this morning · customer since 2019',
    subject: 'Delivery time does not stick',
    age: '4 min',
    startedSecondsAgo: 4510,
    stuck: {
      title: 'Delivery time does not stick',
      words:
        'Step 2 of 4, Delivery. He picks a time and goes on without pressing “Keep this time”.',
    },
    talk: [
      {
        at: '9:02',
        by: 'customer',
        words: 'Hi, I choose 10 to noon and it says I have not chosen anything',
      },
      {
        at: '9:06',
        by: 'agent',
        words: 'Hello Tom. Could we look at the page together? I will send you an offer.',
      },
      { at: '9:20', by: 'customer', words: 'sure, back at my desk in five' },
    ],
    fields: { reason: 'Delivery', priority: 'Normal', status: 'Waiting for customer' },
    facts: {
      'E-mail': 'tom.whitlock@example.com',
      Phone: '01632 960 204',
      'Last order': 'TT-47760, 21 September',
      Lives: 'Leeds, United Kingdom',
    },
  },
  {
    id: 'chat-20416',
    number: '20416',
    channel: 'chat',
    customer: 'Mei Lindqvist',
    line: 'In web chat · first visit',
    subject: 'Which trough fits a 70 cm sill?',
    age: '1 min',
    startedSecondsAgo: 75,
    stuck: {
      title: 'Cannot find the right size',
      words:
        'On the product list, filtered to Pots & planters. She has opened the zinc trough four times.',
    },
    talk: [
      { at: '0:00', by: 'customer', words: 'Does the zinc trough really fit a 70 cm windowsill?' },
      {
        at: '0:30',
        by: 'agent',
        words: 'It does, to the centimetre. Shall I show you the feet on the page?',
      },
    ],
    fields: { reason: 'Checkout', priority: 'Normal', status: 'Open' },
    facts: {
      'E-mail': 'mei.lindqvist@example.com',
      'Last order': 'none yet',
      Lives: 'Bristol, United Kingdom',
    },
  },
];

/** What each kind of conversation is called on the desk. */
export const channelWords = {
  voice: { live: 'On the phone', end: 'End call', ended: 'Call ended' },
  messaging: { live: 'Messaging', end: 'Close thread', ended: 'Thread closed' },
  chat: { live: 'In chat', end: 'End chat', ended: 'Chat ended' },
};
