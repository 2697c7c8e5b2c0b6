import Domain
import Foundation
import Publishing
import Tables

/// Why nothing was written, in words.
public func publishingText(_ failure: PublishingFailure, language: Language) -> String {
  let say = language.say
  let path = failure.path
  let why =
    switch failure.reason {
    case .system(let number): systemText(number, language)
    case .notAFolder: say("不是文件夹", "it is not a folder")
    case .notAFile: say("这里是一个文件夹，不是文件", "a folder stands there, where a file should be")
    case .brokenLink: say("链接所指不存在", "the link leads nowhere")
    case .holdsInput(let input):
      say(
        "该文件夹里有本次命令要读的 \(input)；请用 --out 另选文件夹",
        "it holds \(input), which this command reads; choose another folder with --out")
    case .holdsOtherPackage:
      say(
        "该文件夹是一个数据包（datapackage.json），不是以前的运行结果；请用 --out 另选文件夹",
        "it is a data package (datapackage.json), not an earlier run; choose another folder with --out")
    case .holdsOtherManifest:
      say(
        "该文件夹里的 manifest.json 不是以前的运行写出的；请用 --out 另选文件夹",
        "its manifest.json was not written by an earlier run; choose another folder with --out")
    case .isInput:
      say("这是本次命令要读的文件；请用 --out 另选文件", "this command reads it; choose another file with --out")
    case .replacedMeanwhile:
      say("写入期间被别的程序替换", "another program replaced it meanwhile")
    case .torn(let number):
      say(
        "\(systemText(number, language))；原有文件也未能放回，该文件夹里没有完整的结果",
        "\(systemText(number, language)); the earlier files could not be put back either: the folder holds no whole run"
      )
    }
  return say("无法写入 \(path)：\(why)\n", "cannot write \(path): \(why)\n")
}

/// What whoever waits should know.
public func publishingText(_ notice: PublishingNotice, language: Language) -> String {
  let say = language.say
  switch notice {
  case .waiting(let path):
    return say("另一次运行正在写入 \(path)，等它完成……\n", "another run is writing \(path); waiting until it is done …\n")
  case .restored(let path):
    return say(
      "\(path)：上一次写入中途断掉；已恢复断掉之前的结果\n",
      "\(path): a run broke off while it was writing; what stood there before is back\n")
  case .torn(let path):
    return say(
      "\(path)：这里留有一次中途断掉的运行，没有完整的结果；现由本次运行取代\n",
      "\(path): the remains of a run that broke off, not a whole one; this run replaces them\n")
  case .kept(let path, let names):
    let list = names.joined(separator: say("、", ", "))
    return say(
      "\(path)：以前的运行写出、后来被改动的文件保留：\(list)\n",
      "\(path): kept, because changed since an earlier run wrote it: \(list)\n")
  }
}

/// The system's reasons that users meet, in words; others in the system's own.
private func systemText(_ number: Int32, _ language: Language) -> String {
  let say = language.say
  switch number {
  case EACCES, EPERM: return say("没有权限", "permission denied")
  case ENOENT: return say("没有这个位置", "there is no such place")
  case ENOTDIR: return say("路径中有一段不是文件夹", "a part of the path is not a folder")
  case ENOSPC: return say("磁盘已满", "the disk is full")
  case EDQUOT: return say("超出磁盘配额", "the disk quota is used up")
  case EFBIG: return say("文件超过允许的大小", "the file is larger than allowed")
  case EROFS: return say("文件系统只读", "the file system is read-only")
  case EIO: return say("磁盘读写出错", "the disk reported an error")
  case ENAMETOOLONG: return say("名称太长", "the name is too long")
  case EBUSY: return say("正被系统占用", "the system is using it")
  case EPIPE: return say("没有人在读", "nobody is reading")
  case ELOOP: return say("链接绕成了圈", "links lead round in a circle")
  default: return String(cString: strerror(number))
  }
}

/// What is said when the program is told to end.
public func interruptionText(_ language: Language) -> String {
  language.say("已中断；已有的结果保持完整\n", "interrupted; what had been written stays whole\n")
}
