/// One branch of a running script: its current call and what it has begun; the real `Telephony`.
package final class Branch {
}
