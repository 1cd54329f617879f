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
