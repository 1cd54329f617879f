import type { Mail } from '@app/platform';

/**
 * Texts of mails to staff. Neutral and short: no client, no case, no name that somebody could choose, and the
 * secret in the part of the address that browsers do not send to servers.
 */
export function invitationMail(to: string, publicUrl: string, secret: string): Mail {
  return {
    to,
    subject: 'Your invitation to Vacatur',
    text: [
      'You are invited to an account on Vacatur.',
      '',
      'Open this address to choose your password. It works once, for seven days:',
      `${publicUrl}/invitation#${secret}`,
      '',
      'If you did not expect this, you can ignore it.',
      '',
    ].join('\n'),
  };
}

/** The link for a new password. */
export function resetMail(to: string, publicUrl: string, secret: string): Mail {
  return {
    to,
    subject: 'A new password for Vacatur',
    text: [
      'Somebody asked for a new password for your account on Vacatur.',
      '',
      'Open this address to choose one. It works once, for one hour:',
      `${publicUrl}/reset#${secret}`,
      '',
      'If it was not you, you can ignore this; your password stays as it is.',
      '',
    ].join('\n'),
  };
}

/** Tells the owner that the password changed, in case it was somebody else. */
export function passwordChangedMail(to: string): Mail {
  return {
    to,
    subject: 'Your password for Vacatur was changed',
    text: [
      'The password of your account on Vacatur was changed, and every session was ended.',
      '',
      'If it was not you, tell a director of your organisation now.',
      '',
    ].join('\n'),
  };
}

/** Tells a person that the account was used on a device it did not know. The label is one of our own words. */
export function newDeviceMail(to: string, label: string, link: string | null): Mail {
  const way = link
    ? [
        'If it was not you, open this address to lock your account at once. It works once, for seven days:',
        link,
      ]
    : ['If it was not you, tell a director of your organisation now.'];
  return {
    to,
    subject: 'Vacatur was used on a new device',
    text: [
      `Your account on Vacatur was just used on a device it did not know: ${label}.`,
      '',
      'If it was you, there is nothing to do.',
      '',
      ...way,
      '',
    ].join('\n'),
  };
}

/** The link with which a person locks the own account. */
export function lockMail(to: string, publicUrl: string, secret: string): Mail {
  return {
    to,
    subject: 'Locking your account on Vacatur',
    text: [
      'Somebody asked to lock your account on Vacatur.',
      '',
      'Open this address to lock it at once. It works once, for one hour:',
      `${publicUrl}/lock#${secret}`,
      '',
      'If it was not you, you can ignore this; your account stays as it is.',
      '',
    ].join('\n'),
  };
}

/** Tells directors that a colleague locked their own account; the staff page says who. */
export function colleagueLockedMail(to: string, publicUrl: string): Mail {
  return {
    to,
    subject: 'An account of your organisation was locked on Vacatur',
    text: [
      'A colleague has locked their own account on Vacatur. They may have lost a device.',
      '',
      'The staff page says who, and lets you unlock it:',
      `${publicUrl}/staff`,
      '',
    ].join('\n'),
  };
}
