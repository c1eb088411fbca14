import { crossCompilerFixes, withoutCgo } from '../c-compilers.js'
import { readPlace } from '../c-errors.js'
import type { IncidentRule, Wording } from '../incident.js'

const FRAMEWORKS =
  'Accelerate|AppKit|ApplicationServices|AudioToolbox|AudioUnit|AVFoundation|Carbon|Cocoa|CoreAudio|CoreBluetooth|CoreFoundation|CoreGraphics|CoreLocation|' +
  'CoreMedia|CoreMIDI|CoreServices|CoreVideo|CoreWLAN|DiskArbitration|Foundation|GameController|Hypervisor|IOBluetooth|IOKit|JavaScriptCore|LocalAuthentication|Metal|' +
  'MetalKit|OpenCL|OpenDirectory|PCSC|QuartzCore|Security|ServiceManagement|SystemConfiguration|UserNotifications|UniformTypeIdentifiers|Virtualization|WebKit'
const FRAMEWORK_HEADER = new RegExp(
  String.raw`fatal error: '?((${FRAMEWORKS})/[\w/]{1,80}\.h|TargetConditionals\.h|Availability\.h|AvailabilityMacros\.h)'?(?:: No such file| file not found)`,
)
const FRAMEWORK = /(?:framework not found |framework '|unable to find (?:system )?framework ["']|unable to find framework ["'])(\w{1,80})/
const SDK =
  /(?:xcrun: error: (?:invalid active developer path|unable to find utility|SDK "|cannot be used within)|no such sysroot directory: '[^']{0,300}\.sdk|library not found for -l(?:System|crt1[\w.]{0,20}\.o)|library 'System' not found|tool '\w{1,20}' requires Xcode)/

export const macosFramework: IncidentRule = {
  id: 'cgo/macos-framework-missing',
  summary: 'A part of the macOS SDK is missing',
  confidence: 'certain',
  wordings: [
    { anchor: '.h', when: [FRAMEWORK_HEADER] },
    { anchor: 'framework', when: [FRAMEWORK] },
    ...['xcrun: error', 'no such sysroot', 'library not found for -l', "library 'System'", 'requires Xcode'].map((anchor): Wording => ({
      anchor,
      when: [SDK],
      confidence: 'likely',
    })),
  ],
  read(match, facts) {
    const header = FRAMEWORK_HEADER.exec(match.line.text)
    const name = header === null ? FRAMEWORK.exec(match.line.text)?.[1] : (header[2] ?? header[1])
    const place = readPlace(match, facts)
    return {
      culprit: { library: name ?? 'macOS SDK', ...(match.line.package === null ? {} : { package: match.line.package }) },
      ...place,
    }
  },
  explain({ culprit }, facts) {
    const name = culprit.library ?? 'macOS SDK'
    const what = name === 'macOS SDK' ? 'the macOS SDK' : `${name} of the macOS SDK`
    const onMac = facts.hostGoos === 'darwin'
    return {
      cause:
        `${culprit.package ?? 'The build'} needs ${what}, and the C compiler does not find it. ` +
        (onMac
          ? 'The command line tools of Xcode are missing, too old, or belong to another release of macOS.'
          : 'Apple’s frameworks come only with Xcode: a compiler on another system, zig too, cannot link them.'),
      fix: [
        ...(facts.hostGoos === undefined || onMac
          ? [{ command: 'xcode-select --install', why: 'On macOS: brings the SDK that fits the system.' }]
          : []),
        ...(onMac ? [] : crossCompilerFixes({ ...facts, goos: 'darwin' })),
        withoutCgo(facts),
      ],
    }
  },
  doc: 'A program for macOS with C code needs headers and frameworks of Apple’s SDK. They may not be taken elsewhere, so such a target is built on macOS, or without cgo.',
}
