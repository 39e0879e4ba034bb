/** What guessers try first, of those that are long enough; length alone would let them in. */
const COMMON = new Set(
  '1234567890 0123456789 1234567891 12345678910 0987654321 9876543210 1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5 qwertyuiop qwerty1234 qwerty12345 qwerty123456 qwertzuiop asdfghjkl1 asdfghjkl; zxcvbnm123 password12 password123 password1234 passw0rd123 passwort123 passwordpassword password!! letmein123 letmein1234 welcome123 welcome1234 iloveyou12 iloveyou123 abcdefghij abcdefghijk abc1234567 abcd123456 changeme123 changemenow changeme!! administrator admin12345 admin123456 adminadmin supersecret trustno1trustno1 correcthorsebatterystaple football123 baseball123 hearback123 hearbackhearback'.split(
    ' ',
  ),
);

/** Whether a password would be among the first guesses. */
export function isWeakPassword(password: string, name: string): boolean {
  const plain = password.toLowerCase();
  const rest = name === '' ? plain : plain.replaceAll(name.toLowerCase(), '');
  return new Set(plain).size < 5 || COMMON.has(plain) || rest.length < 5;
}
