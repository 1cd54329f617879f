import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { Facts, Panel } from '../../ui/Panel';
import { Answer } from '../../ui/states';
import { useFilerProfile, useLetterhead, useWriteFilerProfile, useWriteLetterhead } from './queries';

/** What is printed under this person's name on court papers. */
export function FilerProfile() {
  const { t } = useTranslation();
  const profile = useFilerProfile();
  const write = useWriteFilerProfile();
  return (
    <Panel
      title={t('account.filing')}
      note={t('account.filingNote')}
      actions={
        profile.data ? (
          <FormButton
            label={t('common.edit')}
            title={t('account.filing')}
            icon={<IconPencil size={14} aria-hidden />}
          >
            {(close) => (
              <RecordForm
                draftKey="filer"
                version={profile.data.version}
                fields={[
                  { name: 'eoirId', kind: 'text', label: t('account.eoirId') },
                  { name: 'phone', kind: 'text', label: t('account.phone'), autoComplete: 'tel' },
                ]}
                initial={{ eoirId: profile.data.eoirId ?? '', phone: profile.data.phone ?? '' }}
                send={({ eoirId, phone }, { version, key }) =>
                  write.mutateAsync({ version, key, body: { eoirId: orNull(eoirId), phone: orNull(phone) } })
                }
                done={close}
                onCancel={close}
              />
            )}
          </FormButton>
        ) : null
      }
    >
      <Answer query={profile}>
        {(data) => (
          <Facts
            absent={t('common.notRecorded')}
            items={[
              [t('account.eoirId'), data.eoirId],
              [t('account.phone'), data.phone],
            ]}
          />
        )}
      </Answer>
    </Panel>
  );
}

/** The office's block on every cover page. */
export function Letterhead() {
  const { t } = useTranslation();
  const letterhead = useLetterhead();
  const write = useWriteLetterhead();
  return (
    <Panel
      title={t('staff.letterhead')}
      note={t('staff.letterheadNote')}
      actions={
        letterhead.data ? (
          <FormButton
            label={t('common.edit')}
            title={t('staff.letterhead')}
            icon={<IconPencil size={14} aria-hidden />}
          >
            {(close) => (
              <RecordForm
                draftKey="letterhead"
                version={letterhead.data.version}
                fields={[
                  { name: 'address', kind: 'textarea', label: t('staff.addressLines'), path: 'addressLines' },
                  { name: 'phone', kind: 'text', label: t('staff.phone') },
                  { name: 'email', kind: 'email', label: t('staff.email') },
                ]}
                initial={{
                  address: letterhead.data.addressLines.join('\n'),
                  phone: letterhead.data.phone ?? '',
                  email: letterhead.data.email ?? '',
                }}
                send={({ address, phone, email }, { version, key }) =>
                  write.mutateAsync({
                    version,
                    key,
                    body: {
                      addressLines: address
                        .split('\n')
                        .map((line) => line.trim())
                        .filter(Boolean),
                      phone: orNull(phone),
                      email: orNull(email),
                    },
                  })
                }
                done={close}
                onCancel={close}
              />
            )}
          </FormButton>
        ) : null
      }
    >
      <Answer query={letterhead}>
        {(data) => (
          <Facts
            absent={t('common.notRecorded')}
            items={[
              [t('staff.addressLines').split(',')[0], data.addressLines.join(', ')],
              [t('staff.phone'), data.phone],
              [t('staff.email'), data.email],
            ]}
          />
        )}
      </Answer>
    </Panel>
  );
}
