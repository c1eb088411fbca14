/**
 * A Go program for Linux that runs another program where /etc/resolv.conf is a file of ours and where only our nameservers exist. It is
 * started in network and mount namespaces of its own (`unshare -rmn`), so that nothing it does can be seen, or leave, outside of them.
 */
export const ROOM: string = String.raw`package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

type file struct {
	Path     string
	Content  string
	Required bool
}

type server struct {
	Address string
	Silent  bool
}

type plan struct {
	Files   []file
	Servers []server
	Answers map[string]string
	Command []string
	LimitMs int
}

type question struct {
	Server string
	Name   string
	Type   string
}

type report struct {
	Fault    string
	Exit     int
	TimedOut bool
	Stdout   string
	Stderr   string
	Asked    []question
}

const maxOutput = 1 << 16

// bounded keeps the first bytes of a stream.
type bounded struct{ bytes.Buffer }

func (b *bounded) Write(p []byte) (int, error) {
	if room := maxOutput - b.Len(); room < len(p) {
		b.Buffer.Write(p[:room])
	} else {
		b.Buffer.Write(p)
	}
	return len(p), nil
}

var (
	mutex sync.Mutex
	asked []question
)

// loopbackUp does what "ip link set lo up" does, for machines without ip.
func loopbackUp() error {
	fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_DGRAM, 0)
	if err != nil {
		return err
	}
	defer syscall.Close(fd)
	var request [40]byte
	copy(request[:], "lo")
	*(*uint16)(unsafe.Pointer(&request[16])) = syscall.IFF_UP | syscall.IFF_RUNNING
	if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), syscall.SIOCSIFFLAGS, uintptr(unsafe.Pointer(&request[0]))); errno != 0 {
		return errno
	}
	return nil
}

func mountAll(files []file) error {
	if err := syscall.Mount("none", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("making mounts private: %v", err)
	}
	for _, f := range files {
		if _, err := os.Stat(f.Path); err != nil {
			if f.Required {
				return fmt.Errorf("there is no %s that could be another for one program", f.Path)
			}
			continue
		}
		own, err := os.CreateTemp(".", "file-")
		if err != nil {
			return err
		}
		if _, err = own.WriteString(f.Content); err != nil {
			return err
		}
		// Programs that run as another user read it, too.
		if err = own.Chmod(0o644); err != nil {
			return err
		}
		own.Close()
		if err := syscall.Mount(own.Name(), f.Path, "", syscall.MS_BIND, ""); err != nil {
			return fmt.Errorf("mounting over %s: %v", f.Path, err)
		}
	}
	// A name cache of the system would ask outside of this network.
	for _, folder := range []string{"/run/nscd", "/var/run/nscd"} {
		if _, err := os.Stat(folder); err != nil {
			continue
		}
		if err := syscall.Mount("none", folder, "tmpfs", 0, ""); err != nil {
			return fmt.Errorf("hiding %s: %v", folder, err)
		}
	}
	return nil
}

// read gives name and type of the only question of a query, and where it ends.
func read(query []byte) (name string, kind uint16, end int) {
	labels := []string{}
	at := 12
	for at < len(query) && query[at] != 0 {
		length := int(query[at])
		if length > 63 || at+1+length > len(query) {
			return "", 0, 0
		}
		labels = append(labels, string(query[at+1:at+1+length]))
		at += 1 + length
	}
	if at+5 > len(query) {
		return "", 0, 0
	}
	return strings.Join(labels, "."), binary.BigEndian.Uint16(query[at+1:]), at + 5
}

func answer(query []byte, kind uint16, end int, address string) []byte {
	reply := append([]byte{}, query[:end]...)
	flags := uint16(0x8583)
	if address != "" {
		flags = 0x8580
	}
	binary.BigEndian.PutUint16(reply[2:], flags)
	binary.BigEndian.PutUint16(reply[4:], 1)
	binary.BigEndian.PutUint32(reply[6:], 0)
	binary.BigEndian.PutUint16(reply[10:], 0)
	if address != "" && kind == 1 {
		binary.BigEndian.PutUint16(reply[6:], 1)
		reply = append(reply, 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4)
		reply = append(reply, net.ParseIP(address).To4()...)
	}
	return reply
}

func serve(s server, answers map[string]string) error {
	conn, err := net.ListenPacket("udp4", s.Address+":53")
	if err != nil {
		return err
	}
	go func() {
		buffer := make([]byte, 4096)
		for {
			n, from, err := conn.ReadFrom(buffer)
			if err != nil {
				return
			}
			name, kind, end := read(buffer[:n])
			if end == 0 {
				continue
			}
			word := map[uint16]string{1: "A", 28: "AAAA"}[kind]
			if word == "" {
				word = fmt.Sprint(kind)
			}
			mutex.Lock()
			if len(asked) < 1000 {
				asked = append(asked, question{s.Address, name, word})
			}
			mutex.Unlock()
			if !s.Silent {
				conn.WriteTo(answer(buffer[:n], kind, end, answers[name]), from)
			}
		}
	}()
	return nil
}

func run() (r report) {
	var p plan
	if err := json.Unmarshal([]byte(os.Args[1]), &p); err != nil {
		return report{Fault: err.Error()}
	}
	if err := loopbackUp(); err != nil {
		return report{Fault: "loopback: " + err.Error()}
	}
	if err := mountAll(p.Files); err != nil {
		return report{Fault: err.Error()}
	}
	for _, s := range p.Servers {
		if err := serve(s, p.Answers); err != nil {
			return report{Fault: err.Error()}
		}
	}
	limit := time.Duration(p.LimitMs) * time.Millisecond
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	var stdout, stderr bounded
	child := exec.CommandContext(ctx, p.Command[0], p.Command[1:]...)
	child.Stdout = &stdout
	child.Stderr = &stderr
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Run(); err != nil && child.ProcessState == nil {
		return report{Fault: err.Error()}
	}
	mutex.Lock()
	defer mutex.Unlock()
	return report{
		Exit: child.ProcessState.ExitCode(), TimedOut: ctx.Err() != nil,
		Stdout: stdout.String(), Stderr: stderr.String(), Asked: asked,
	}
}

func main() {
	r := run()
	if r.Asked == nil {
		r.Asked = []question{}
	}
	json.NewEncoder(os.Stdout).Encode(r)
}
`
